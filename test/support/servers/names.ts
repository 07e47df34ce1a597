/** Set by the global setup, read by every test file. */
export const adminUrlVariable = 'DON_DOC_TEST_POSTGRES';

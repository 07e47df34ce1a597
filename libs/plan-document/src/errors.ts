/** Why a file cannot be read as a plan. Texts live in libs/i18n, keyed by these codes. */
export const PLAN_DOCUMENT_ERROR_CODES = [
  'EMPTY_FILE',
  'TOO_LARGE',
  'UNKNOWN_FORMAT',
  'NOT_A_WORD_FILE',
  'NOT_A_WORKBOOK',
  'OLD_WORD_FILE',
  'OLD_EXCEL_FILE',
  'ENCRYPTED_FILE',
  'BROKEN_ZIP',
  'ZIP_BOMB',
  'BROKEN_XML',
  'UNSAFE_XML',
  'EXTERNAL_REFERENCE',
  'BROKEN_CSV',
  'BROKEN_PDF',
  'SCANNED_PDF',
  'WRONG_ENCODING',
  'NO_TABLE',
  'NO_APPENDIX_COLUMNS',
  'NO_ROWS',
] as const;
export type PlanDocumentErrorCode = (typeof PLAN_DOCUMENT_ERROR_CODES)[number];

/** A file that is refused whole: a stable code, and plain data its text is made from. Nothing of the file is kept. */
export class PlanDocumentError extends Error {
  constructor(
    readonly code: PlanDocumentErrorCode,
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'PlanDocumentError';
  }
}

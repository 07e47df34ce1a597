/** Stands beside contracts' `apiPrefix`: imported as a value, that one would bring the whole of zod into the page. */
export const apiPrefix = '/api';

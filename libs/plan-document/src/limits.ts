/** A plan with scanned pages in it stays under this; callers refuse by size before they read the bytes. */
export const MAX_PLAN_BYTES = 50 * 1024 * 1024;

/** Bounds on what a Word or Excel file may unfold to. A real appendix of a thousand rows is under 20 MB of XML. */
export const MAX_ZIP_ENTRIES = 5_000;
export const MAX_UNZIPPED_BYTES = 400 * 1024 * 1024;
export const MAX_DOCUMENT_XML_BYTES = 64 * 1024 * 1024;
/** Deflate reaches 1,032:1; the plainest real document stays under 100:1. Small parts are let off. */
export const MAX_RATIO = 300;
export const RATIO_MATTERS_FROM = 1024 * 1024;
export const MAX_DEPTH = 400;
export const MAX_CELLS = 200_000;
/** A plan of a thousand rows is under two hundred pages. */
export const MAX_PDF_PAGES = 500;
export const MAX_PDF_PIECES = 400_000;
/** Of the processor, looked at between pages: a PDF that takes more is no plan. A busy machine's clock says nothing. */
export const MAX_PDF_CPU_MS = 8_000;

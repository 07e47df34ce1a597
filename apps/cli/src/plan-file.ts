import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { planDocumentMessages } from '@don-doc/i18n';
import { MAX_PLAN_BYTES, PlanDocumentError, readPlan, soTuPhapLexicon, type PlanReading } from '@don-doc/plan-document';

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'không tìm thấy tệp. Đề nghị kiểm tra lại đường dẫn.',
  EISDIR: 'là thư mục. Đề nghị chỉ đến một tệp .docx, .xlsx, .pdf, .csv hoặc .txt.',
  EACCES: 'không có quyền đọc. Đề nghị cấp quyền đọc tệp cho người chạy lệnh.',
};

/** Reads a plan from disk; refused by size before a byte is read. Throws PlanDocumentError, or the file system's error. */
export async function readPlanFile(file: string): Promise<PlanReading> {
  const { size } = await stat(file);
  if (size > MAX_PLAN_BYTES)
    throw new PlanDocumentError('TOO_LARGE', { fileName: basename(file), bytes: size, max: MAX_PLAN_BYTES });
  return readPlan(await readFile(file), basename(file), soTuPhapLexicon);
}

/** What was wrong with the file, in Vietnamese; rethrows what is not about the file. */
export function failureText(file: string, error: unknown): string {
  if (error instanceof PlanDocumentError) return planDocumentMessages[error.code]?.(error.data) ?? error.code;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const reason = FILE_ERRORS[code];
  if (reason === undefined) throw error;
  return `“${file}” ${reason}`;
}

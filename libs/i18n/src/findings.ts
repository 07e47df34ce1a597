import type { Finding } from '@don-doc/domain';

/** How grave a finding is, in the office's words. */
export const severityNames: Readonly<Record<Finding['severity'], string>> = {
  blocking: 'chặn',
  caution: 'lưu ý',
  notice: 'ghi nhận',
};

/** What each gravity asks of the Office. */
export const severityMeanings: Readonly<Record<Finding['severity'], string>> = {
  blocking: 'phải trả lời trước khi khởi chạy',
  caution: 'chấp nhận chung với một lý do',
  notice: 'không cần trả lời',
};

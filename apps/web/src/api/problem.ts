/** What the API said was wrong (RFC 9457), or that it could not be reached. `detail` is Vietnamese and meant to be read. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }
}

export const UNREACHABLE = 'UNREACHABLE';

export const unreachable = (): ApiProblem =>
  new ApiProblem(
    0,
    UNREACHABLE,
    'Chưa kết nối được với máy chủ. Nội dung đã nhập vẫn được giữ; kiểm tra đường truyền rồi bấm lại.',
  );

const byStatus: Readonly<Record<number, string>> = {
  401: 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục.',
  403: 'Tài khoản này không có quyền thực hiện việc vừa chọn.',
  404: 'Không tìm thấy nội dung này. Có thể nó đã được chuyển đi; quay lại danh sách kế hoạch.',
  413: 'Tệp quá lớn so với mức cho phép.',
  429: 'Đã thử quá nhiều lần trong thời gian ngắn. Chờ một phút rồi thử lại.',
};

/** Reads an answer that is not a success; tolerant, because what stands between page and API may answer too. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const fallback =
    byStatus[response.status] ??
    'Máy chủ chưa xử lý được yêu cầu. Nội dung đã nhập vẫn được giữ; thử lại sau ít phút, hoặc báo quản trị.';
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== 'object' || body === null) return new ApiProblem(response.status, 'HTTP', fallback);
  const { detail, code, data } = body as { detail?: unknown; code?: unknown; data?: unknown };
  return new ApiProblem(
    response.status,
    typeof code === 'string' ? code : 'HTTP',
    typeof detail === 'string' && detail ? detail : fallback,
    typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {},
  );
}

/** The sentence to show for whatever was thrown. */
export const wordsOf = (error: unknown): string =>
  error instanceof ApiProblem ? error.detail : 'Trang gặp trục trặc khi xử lý. Tải lại trang rồi thử lại.';

import { z } from 'zod';

/**
 * Every variable the product reads, once: its shape, its default and what it is for. `.env.example` and the errors a
 * person reads are made from this table, so a variable that is not here does not exist.
 */

const port = z.coerce
  .number('phải là số cổng từ 1 đến 65535')
  .int('phải là số nguyên')
  .min(1, 'phải là số cổng từ 1 đến 65535')
  .max(65535, 'phải là số cổng từ 1 đến 65535');

const whole = (min: number, max: number) => {
  const text = `phải là số nguyên từ ${min} đến ${max}`;
  return z.coerce.number(text).int(text).min(min, text).max(max, text);
};

const urlOf = (protocols: readonly string[], example: string) => {
  const text = `phải là địa chỉ dạng ${example}`;
  return z.string(text).refine((value) => {
    try {
      return protocols.includes(new URL(value).protocol);
    } catch {
      return false;
    }
  }, text);
};

const flag = z
  .enum(['true', 'false', '1', '0'], 'phải là true hoặc false')
  .transform((value) => value === 'true' || value === '1');

const text = z.string('phải có giá trị').trim().min(1, 'không được để trống');

export interface Setting {
  /** What is checked and coerced from the text of the variable. */
  readonly schema: z.ZodType;
  /** In Vietnamese, for `.env.example`: one sentence, no full stop needed in the middle. */
  readonly about: string;
  /** As it would be written in the environment; absent means required unless `optional`. */
  readonly fallback?: string;
  readonly optional?: true;
  readonly example?: string;
}

const define = <S extends z.ZodType>(
  schema: S,
  rest: Omit<Setting, 'schema'>,
): Omit<Setting, 'schema'> & { schema: S } => ({
  schema,
  ...rest,
});

export const settings = {
  DATABASE_URL: define(urlOf(['postgres:', 'postgresql:'], 'postgres://tên:mật-khẩu@máy:5432/don_doc'), {
    about: 'Địa chỉ PostgreSQL, nơi giữ mọi dữ kiện của kế hoạch.',
    example: 'postgres://don_doc:mat-khau@127.0.0.1:5432/don_doc',
  }),
  DATABASE_POOL_SIZE: define(whole(2, 200), {
    about: 'Số kết nối PostgreSQL mỗi tiến trình được mở. Số hoạt động cục bộ chạy cùng lúc không được vượt số này.',
    fallback: '10',
  }),
  DATABASE_CONNECT_TIMEOUT_MS: define(whole(100, 120000), {
    about: 'Chờ một kết nối PostgreSQL bao lâu thì báo chưa kết nối được, tính bằng mili giây.',
    fallback: '2000',
  }),
  DATABASE_STATEMENT_TIMEOUT_MS: define(whole(100, 120000), {
    about: 'Một câu lệnh PostgreSQL chạy lâu hơn mức này thì bị dừng và được làm lại sau, tính bằng mili giây.',
    fallback: '3000',
  }),
  TEMPORAL_ADDRESS: define(text, {
    about: 'Máy chủ Temporal, dạng máy:cổng. TLS, khoá API và hồ sơ kết nối đọc theo chuẩn TEMPORAL_* của Temporal.',
    fallback: '127.0.0.1:7233',
  }),
  TEMPORAL_NAMESPACE: define(text, { about: 'Không gian tên trên Temporal.', fallback: 'default' }),
  TEMPORAL_TASK_QUEUE: define(text, { about: 'Hàng đợi mà tiến trình thực thi nhận việc.', fallback: 'don-doc' }),
  TEMPORAL_UI_URL: define(urlOf(['http:', 'https:'], 'http://127.0.0.1:8233'), {
    about: 'Trang của Temporal, để trang quản trị dẫn tới; bỏ trống nếu không có.',
    optional: true,
    example: 'http://127.0.0.1:8233',
  }),
  SMTP_URL: define(urlOf(['smtp:', 'smtps:'], 'smtp://máy:25'), {
    about: 'Máy chủ gửi thư cho các kế hoạch chạy theo giờ thật.',
    fallback: 'smtp://127.0.0.1:2525',
  }),
  REHEARSAL_SMTP_URL: define(urlOf(['smtp:', 'smtps:'], 'smtp://127.0.0.1:2525'), {
    about:
      'Hộp hứng thư của các buổi diễn tập. Thư diễn tập chỉ đi tới đây; bỏ trống thì thư diễn tập không gửi đi đâu.',
    optional: true,
    example: 'smtp://127.0.0.1:2525',
  }),
  MAIL_FROM: define(text, {
    about: 'Người gửi ghi trên thư nhắc việc.',
    fallback: 'Đôn Đốc <don-doc@localhost>',
  }),
  MAIL_PAGE_URL: define(urlOf(['http:', 'https:'], 'http://127.0.0.1:8025'), {
    about: 'Trang xem thư của hộp hứng thư, để trang chính dẫn tới; bỏ trống nếu không có.',
    optional: true,
    example: 'http://127.0.0.1:8025',
  }),
  API_HOST: define(text, { about: 'Địa chỉ mạng mà máy chủ trang lắng nghe.', fallback: '127.0.0.1' }),
  API_PORT: define(port, { about: 'Cổng của trang và API.', fallback: '3000' }),
  PUBLIC_URL: define(urlOf(['http:', 'https:'], 'https://don-doc.example.gov.vn'), {
    about:
      'Địa chỉ người dùng mở trên trình duyệt; đường dẫn trong thư lấy từ đây. Nếu là https thì cookie chỉ đi qua https.',
    fallback: 'http://127.0.0.1:3000',
  }),
  TRUST_PROXY: define(flag, {
    about: 'Đặt true khi trang đứng sau máy chủ trung gian có gửi X-Forwarded-For.',
    fallback: 'false',
  }),
  UPLOAD_LIMIT_MB: define(whole(1, 500), {
    about: 'Dung lượng lớn nhất của một tệp tải lên, tính bằng MB.',
    fallback: '25',
  }),
  DATA_DIR: define(text, {
    about: 'Thư mục giữ tệp minh chứng và khoá phiên.',
    fallback: '.don-doc',
  }),
  SESSION_KEY_FILE: define(text, {
    about: 'Tệp khoá 32 byte để niêm phong phiên đăng nhập; bỏ trống thì tự sinh session.key trong DATA_DIR.',
    optional: true,
    example: '.don-doc/session.key',
  }),
  LOG_LEVEL: define(
    z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'phải là trace, debug, info, warn, error hoặc silent',
    ),
    { about: 'Mức ghi nhật ký: trace, debug, info, warn, error, silent.', fallback: 'info' },
  ),
  WORKER_LOCAL_ACTIVITIES: define(whole(1, 200), {
    about: 'Số hoạt động cục bộ (settle) chạy cùng lúc trong một tiến trình thực thi; không vượt DATABASE_POOL_SIZE.',
    fallback: '8',
  }),
  WORKER_MAX_CACHED_WORKFLOWS: define(whole(10, 10000), {
    about: 'Số luồng công việc giữ sẵn trong bộ nhớ của một tiến trình thực thi.',
    fallback: '300',
  }),
  WORKER_SHUTDOWN_GRACE_MS: define(whole(0, 120000), {
    about: 'Thời gian chờ việc đang chạy kết thúc khi dừng, tính bằng mili giây.',
    fallback: '5000',
  }),
  WORKER_METRICS_HOST: define(text, {
    about: 'Địa chỉ mạng của trang số đo tiến trình thực thi.',
    fallback: '127.0.0.1',
  }),
  WORKER_METRICS_PORT: define(port, {
    about: 'Cổng số đo Prometheus của tiến trình thực thi; bỏ trống thì không mở.',
    optional: true,
    example: '9464',
  }),
  SEED_DEMO: define(flag, {
    about: 'Lần chạy đầu có nạp kế hoạch mẫu và buổi diễn tập với danh bạ giả định hay không.',
    fallback: 'false',
  }),
} satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

import { settings, type Setting } from './settings.js';

/** The whole of `.env.example`: each variable with its meaning; those with a default are written commented out. */
export function renderEnvExample(): string {
  const head = [
    '# Mọi biến cấu hình của Đôn Đốc. Tệp này sinh từ libs/config, sửa ở đó rồi chạy: node infra/env-example.mjs',
    '# "npm start" tự đặt các biến cần thiết; chỉ cần tệp .env khi muốn đổi hoặc khi chạy trên máy chủ của cơ quan.',
  ];
  const entries: [string, Setting][] = Object.entries(settings);
  const blocks = entries.map(([name, setting]) => {
    const note = setting.fallback !== undefined ? 'mặc định' : setting.optional ? 'không bắt buộc' : 'bắt buộc';
    const value = setting.fallback ?? setting.example ?? '';
    const line = `${name}=${/[\s<>#]/.test(value) ? `"${value}"` : value}`;
    return `# ${setting.about} (${note})\n${note === 'bắt buộc' ? line : `# ${line}`}`;
  });
  return `${head.join('\n')}\n\n${blocks.join('\n\n')}\n`;
}

import type { PlanView } from '@don-doc/contracts/http';
import { Link } from 'react-router';
import { formatInstant, inWords } from '../format.js';
import { Notice } from '../ui/notice.js';

/** Calm, because nothing is lost: whose automatic follow-up waits, since when, and what to do if it goes on. */
export function HeldUpNotice({ plan }: { readonly plan: Pick<PlanView, 'id' | 'heldUp'> }) {
  const [first] = [...plan.heldUp].sort((a, b) => (a.since < b.since ? -1 : 1));
  if (!first) return null;
  const tasks = plan.heldUp.flatMap(({ taskNo }) => taskNo ?? []);
  const whole = plan.heldUp.some(({ taskNo }) => taskNo === null);
  const what = [...(whole ? ['kế hoạch'] : []), ...(tasks.length > 0 ? [`nhiệm vụ ${inWords(tasks)}`] : [])];
  return (
    <Notice title={`Phần theo dõi tự động của ${inWords(what)} đang chờ xử lý lại`} live>
      Chưa chạy được từ {formatInstant(first.since)} (giờ thật) và đang được tự thử lại. Kết quả đã gửi vẫn còn nguyên;
      lời nhắc và việc chuyển trạng thái của phần này sẽ được ghi bù khi chạy được. Nếu quá 5 phút dòng này vẫn còn, đề
      nghị báo quản trị xem trang <Link to={`/ke-hoach/${plan.id}/luong-xu-ly`}>Luồng xử lý</Link>.
    </Notice>
  );
}

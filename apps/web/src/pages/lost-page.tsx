import { Link } from 'react-router';

/** An address nobody answers at, or a page that broke. */
export function LostPage({ broken = false }: { readonly broken?: boolean }) {
  return (
    <main id="noi-dung" className="narrow stack">
      <h1>{broken ? 'Trang này gặp trục trặc' : 'Không có trang này'}</h1>
      <p>
        {broken
          ? 'Dữ liệu đã lưu không bị ảnh hưởng. Tải lại trang; nếu vẫn như vậy, báo quản trị kèm thời điểm xảy ra.'
          : 'Địa chỉ có thể đã cũ hoặc chép thiếu. Mở kế hoạch từ danh sách.'}
      </p>
      <Link to="/ke-hoach" reloadDocument={broken}>
        Về danh sách kế hoạch
      </Link>
    </main>
  );
}

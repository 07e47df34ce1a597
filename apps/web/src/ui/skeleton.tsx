/** Grey blocks in the final shape of a page, so that nothing moves when its data come. */
export const Bone = ({
  width = '100%',
  height = 16,
}: {
  readonly width?: string | number;
  readonly height?: number;
}) => <span className="skeleton" style={{ width, height }} />;

export function PageSkeleton() {
  return (
    <main id="noi-dung" className="stack" aria-busy="true" aria-label="Đang đọc">
      <Bone width="38%" height={26} />
      <Bone height={92} />
      <Bone height={54} />
      {Array.from({ length: 7 }, (_, index) => (
        <Bone key={index} height={64} />
      ))}
    </main>
  );
}

import type { DirectoryImported } from '@don-doc/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { call } from '../api/http.js';
import { wordsOf } from '../api/problem.js';
import { formatNumber } from '../format.js';
import { Notice } from '../ui/notice.js';

/** What a file must look like, to be filled in with Excel. */
const SAMPLE = [
  'Đơn vị;Họ và tên;Chức vụ;Vai trò;Thư điện tử;Tên gọi khác;Loại đơn vị',
  'Văn phòng;;Chánh Văn phòng;Văn phòng, Lãnh đạo đơn vị;;Văn phòng Sở;',
  ';;Giám đốc;Giám đốc;;;',
].join('\r\n');
const sampleAddress = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${SAMPLE}`)}`;

/** The whole directory from one file, or nothing of it: every wrong line is told with its number. */
export function ImportPeople({ directoryId }: { readonly directoryId: string }) {
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const send = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData();
      form.append('file', chosen, chosen.name);
      return call<DirectoryImported>('POST', `/directories/${directoryId}/import`, form);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['directories'] }),
  });
  const take = (chosen: File | null | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    send.mutate(chosen);
  };
  return (
    <section
      className={over ? 'import is-over' : 'import'}
      aria-labelledby="nhap-danh-ba"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <h2 id="nhap-danh-ba">Nhập danh bạ</h2>
      <p className="muted">
        Kéo tệp vào đây, hoặc chọn tệp Excel (.xlsx), CSV, JSON có các cột Đơn vị, Họ và tên, Chức vụ, Vai trò, Thư điện
        tử. Mỗi người một dòng; người đã có được cập nhật theo họ tên, không ai bị xóa. Có dòng chưa đúng thì chưa lưu
        gì.
      </p>
      <div className="line">
        <Button loading={send.isPending} onClick={() => input.current?.click()}>
          Chọn tệp danh bạ
        </Button>
        <a href={sampleAddress} download="danh-ba-mau.csv">
          Tải tệp mẫu
        </a>
        {file && <span>{file.name}</span>}
        <input
          ref={input}
          type="file"
          accept=".xlsx,.csv,.json"
          className="sr"
          tabIndex={-1}
          aria-label="Tệp danh bạ"
          onChange={({ target }) => {
            take(target.files?.[0]);
            target.value = '';
          }}
        />
      </div>
      {send.data && <Done done={send.data} />}
      {send.error && (
        <Notice tone="wrong" title="Chưa nhập được danh bạ">
          <span className="lines">{wordsOf(send.error)}</span>
        </Notice>
      )}
    </section>
  );
}

function Done({ done }: { readonly done: DirectoryImported }) {
  const { unitsAdded, peopleAdded, peopleChanged, peopleKept } = done;
  const n = formatNumber;
  return (
    <Notice title="Đã nhập danh bạ" live>
      Thêm {n(unitsAdded)} đơn vị, {n(peopleAdded)} người; cập nhật {n(peopleChanged)} người
      {peopleKept > 0 && `; ${n(peopleKept)} người không có trong tệp được giữ nguyên`}.
    </Notice>
  );
}

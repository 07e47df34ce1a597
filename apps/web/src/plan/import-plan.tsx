import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { useNavigate } from 'react-router';
import { post } from '../api/http.js';
import { wordsOf } from '../api/problem.js';
import { formatNumber } from '../format.js';
import { Notice } from '../ui/notice.js';

/** Drop or choose the plan's file. What cannot be read says what, where and what to do; the chosen file stays chosen. */
export function ImportPlan() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const send = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData();
      form.append('file', chosen, chosen.name);
      return post<{ planId: string }>('/plans/import', form);
    },
    onSuccess: async ({ planId }) => {
      await client.invalidateQueries({ queryKey: ['plans'] });
      await navigate(`/ke-hoach/${planId}`);
    },
  });
  const take = (chosen: File | null | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    send.mutate(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <section
      className={over ? 'import is-over' : 'import'}
      aria-labelledby="nhap"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 id="nhap">Nhập kế hoạch</h2>
      <p className="muted">
        Kéo tệp vào đây, hoặc chọn tệp. Nhận tệp Word (.docx), Excel (.xlsx), PDF có chữ, .csv và văn bản (.txt, .md) có
        phụ lục nhiệm vụ. Nhập xong là dự thảo: chưa giao việc, chưa gửi lời nhắc.
      </p>
      <div className="line">
        <Button loading={send.isPending} onClick={() => input.current?.click()}>
          Chọn tệp kế hoạch
        </Button>
        {file && (
          <span>
            {file.name} <span className="muted">({formatNumber(Math.ceil(file.size / 1024))} KB)</span>
          </span>
        )}
        <input
          ref={input}
          type="file"
          accept=".docx,.xlsx,.pdf,.csv,.tsv,.txt,.md"
          className="sr"
          tabIndex={-1}
          aria-label="Tệp kế hoạch"
          onChange={({ target }) => {
            take(target.files?.[0]);
            target.value = '';
          }}
        />
      </div>
      {send.error && (
        <Notice tone="wrong" title="Chưa nhập được tệp này; chưa có gì được lưu">
          <p>{wordsOf(send.error)}</p>
          {file && (
            <Button size="small" onClick={() => send.mutate(file)}>
              Thử lại với {file.name}
            </Button>
          )}
        </Notice>
      )}
    </section>
  );
}

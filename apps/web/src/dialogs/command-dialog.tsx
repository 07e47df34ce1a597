import type { AssignmentCommand, AssignmentView } from '@don-doc/contracts/http';
import { App, Form, Input, Select } from 'antd';
import { commandWords } from '../words.js';
import { DateField } from '../ui/date-field.js';
import { answersOf, commandForms, openPeriods, type Field } from './command-fields.js';
import { Dialog } from './dialog.js';
import { useCommand } from './use-command.js';

/** Any of the commands on an assignment. */
export default function CommandDialog({
  planId,
  rowNo,
  assignment,
  command,
  onClose,
}: {
  readonly planId: string;
  readonly rowNo: string;
  readonly assignment: AssignmentView;
  readonly command: AssignmentCommand;
  readonly onClose: () => void;
}) {
  const form_ = commandForms[command];
  const { message } = App.useApp();
  const [form] = Form.useForm<Record<string, string | undefined>>();
  const run = useCommand(planId, () => {
    void message.info(form_.done);
    onClose();
  });
  const send = () =>
    void form.validateFields().then(
      (values) =>
        run.mutate({
          path: form_.path(assignment),
          body: { ...answersOf(values), ...(form_.versioned ? { version: assignment.version } : {}) },
        }),
      () => undefined,
    );

  return (
    <Dialog
      title={`${commandWords[command]}: nhiệm vụ ${rowNo}`}
      act={commandWords[command]}
      busy={run.isPending}
      error={run.error}
      onAct={send}
      onClose={onClose}
    >
      <p>
        <strong>{assignment.unitName}</strong>
      </p>
      <p className="muted">{form_.explain(assignment)}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ period: openPeriods(assignment)[0]?.value }}
        onFinish={send}
      >
        {form_.fields.map((field) => (
          <Form.Item
            key={field.name}
            name={field.name}
            label={field.required ? field.label : `${field.label} (không bắt buộc)`}
            extra={field.hint}
            rules={rulesOf(field)}
          >
            {control(field, assignment)}
          </Form.Item>
        ))}
      </Form>
    </Dialog>
  );
}

function rulesOf({ required, label, min }: Field) {
  return [
    ...(required
      ? [{ required: true, whitespace: true, message: `Cần nhập: ${label.toLocaleLowerCase('vi-VN')}.` }]
      : []),
    ...(min ? [{ min, message: `Cần ít nhất ${min} ký tự.` }] : []),
  ];
}

function control(field: Field, assignment: AssignmentView) {
  if (field.kind === 'long') return <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={field.max} />;
  if (field.kind === 'date') return <DateField />;
  if (field.kind === 'month') return <Select options={[...openPeriods(assignment)]} />;
  return <Input maxLength={field.max} />;
}

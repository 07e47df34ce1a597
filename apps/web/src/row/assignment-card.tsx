import type { AssignmentCommand, AssignmentView, RowView } from '@don-doc/contracts/http';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { usePlan } from '../app/plan-frame.js';
import { formatDate, formatExact, formatInstant, formatMonth, sentence, workingDaysWords } from '../format.js';
import { markOfAssignment, wordsOfAssignment } from '../plan/due.js';
import { Status } from '../ui/status.js';
import { commandWords, periodStateWords } from '../words.js';

const CommandDialog = lazy(() => import('../dialogs/command-dialog.js'));

/** The act this state calls for comes first and is the dark one. */
const primaryOrder: readonly AssignmentCommand[] = ['accept', 'report-period', 'submit'];

/** The Office's words with a unit come before what it does in the unit's place. */
const commandOrder: readonly AssignmentCommand[] = [
  ...primaryOrder,
  'return',
  'remind',
  'record-result',
  'fix-due',
  'claim-not-arisen',
];

export function primaryOf(commands: readonly AssignmentCommand[]): AssignmentCommand | null {
  return primaryOrder.find((command) => commands.includes(command)) ?? null;
}

export function AssignmentCard({
  assignment,
  row,
  isOwn,
}: {
  readonly assignment: AssignmentView;
  readonly row: Pick<RowView, 'no'>;
  readonly isOwn: boolean;
}) {
  const { plan } = usePlan();
  const [command, setCommand] = useState<AssignmentCommand | null>(null);
  const { result, periods, commands } = assignment;
  const primary = primaryOf(commands);
  const ordered = commandOrder.filter((each) => commands.includes(each));
  const isAtWork = assignment.state === 'open' || assignment.state === 'returned';

  return (
    <li className={isOwn ? 'assignment is-own' : 'assignment'}>
      <div className="spread">
        <span>
          <strong>{assignment.unitName}</strong>
          {assignment.headName && <span className="muted"> · {assignment.headName}</span>}
        </span>
        <Status mark={markOfAssignment(assignment)} words={wordsOfAssignment(assignment)} />
      </div>
      {isAtWork && assignment.workingDaysLeft !== null && (
        <div className={assignment.workingDaysLeft < 0 ? 'status-overdue' : 'muted'}>
          {sentence(workingDaysWords(assignment.workingDaysLeft))}
        </div>
      )}
      {result && (
        <div>
          Kết quả: {[result.code, result.issuedOn && `ngày ${formatDate(result.issuedOn)}`].filter(Boolean).join(' ')}
          {result.summary && (
            <span className="muted">
              {result.code || result.issuedOn ? '. ' : ''}
              {result.summary}
            </span>
          )}
        </div>
      )}
      {!assignment.readable && assignment.submittedAt && (
        <div className="muted small">Nội dung kết quả do đơn vị và Văn phòng xem.</div>
      )}
      {assignment.submittedAt && (
        <div className="muted small">
          Gửi lúc <time title={formatExact(assignment.submittedAt)}>{formatInstant(assignment.submittedAt)}</time>
          {assignment.actualOn && `, thực tế hoàn thành ${formatDate(assignment.actualOn)}`}
        </div>
      )}
      {assignment.note && (assignment.state === 'returned' || assignment.state === 'not-arisen') && (
        <div className="assignment-note">{assignment.note}</div>
      )}
      {periods.length > 0 && (
        <ul className="periods">
          {periods.map(({ period, state, lastDay, evidence }) => (
            <li key={period} className={`period period-${state}`}>
              Tháng {formatMonth(period)}: {periodStateWords[state]}
              {evidence ? (
                <span className="muted">, {evidence}</span>
              ) : (
                <span className="muted">, hạn cuối {formatDate(lastDay)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {ordered.length > 0 && (
        <div className="line acts">
          {ordered.map((each) => (
            <Button
              key={each}
              size={isOwn ? 'middle' : 'small'}
              type={each === primary && isOwn ? 'primary' : 'default'}
              onClick={() => setCommand(each)}
            >
              {commandWords[each]}
              <span className="sr">, {assignment.unitName}</span>
            </Button>
          ))}
        </div>
      )}
      {command && (
        <Suspense fallback={null}>
          <CommandDialog
            planId={plan.id}
            rowNo={row.no}
            assignment={assignment}
            command={command}
            onClose={() => setCommand(null)}
          />
        </Suspense>
      )}
    </li>
  );
}

// Phát động kế hoạch thật với 10 đơn vị; số sự kiện mỗi lần đánh thức, mỗi thời điểm nhắc; số lệnh mỗi giây
import { startBare } from '../support/bench/bare.js';
import { commandSettings, measureCommands } from '../support/bench/commands.js';
import { measureEvents } from '../support/bench/events.js';
import { launchSettings, measureLaunches } from '../support/bench/launching.js';
import { machine, result, say } from '../support/bench/report.js';
import { fillUnits, importRealPlan, TEN_UNITS } from '../support/bench/ten-units.js';
import { startLife } from '../support/life/life.js';

const RUNS = 7;

const life = await startLife({ servers: 'own' });
const ends = [() => life.end()];
try {
  const units = await fillUnits(life.db, life.directory, TEN_UNITS);
  const draftId = await importRealPlan(life.db);
  const bare = await startBare(life.client, life.temporal);
  ends.unshift(() => bare.stop());

  const { ratio, ...launch } = await measureLaunches(life, bare, draftId, units, RUNS);
  const { answered, planSettled, lastStarted, lastSettled } = launch.steps;
  say(
    `Phát động, từ yêu cầu đến lượt chạy đầu của 13 luồng: ${launch.launchMs} ms; 13 luồng trống: ${launch.bareMs} ms.`,
  );
  say(
    `  trả lời ${answered}, luồng kế hoạch xong lượt đầu ${planSettled}, luồng cuối bắt đầu ${lastStarted}, xong ${lastSettled} ms`,
  );

  const events = await measureEvents(life, draftId, units);
  say(`Một lần đánh thức: ${events.eventsAPoke} sự kiện (${events.poke.join(', ')}).`);
  say(
    `Một thời điểm nhắc, nhiều nhất ${events.alarmsInOneInstant} lời nhắc: ${events.eventsAnAlarmInstant} sự kiện (${events.alarmInstant.join(', ')}).`,
  );

  if (!life.postgres) throw new Error('no PostgreSQL of its own');
  const { oneTask, manyTasks } = await measureCommands(life.postgres);
  say(`Trên một nhiệm vụ: ${oneTask.commands} lệnh/giây; giao dịch trần cùng các dòng: ${oneTask.bare}.`);
  say(`Trên ${manyTasks.tasks} nhiệm vụ: ${manyTasks.commands} lệnh/giây; giao dịch trần: ${manyTasks.bare}.`);

  result({
    ratio,
    ...launch,
    eventsAPoke: events.eventsAPoke,
    eventsAnAlarmInstant: events.eventsAnAlarmInstant,
    alarmsInOneInstant: events.alarmsInOneInstant,
    commandsASecond: { oneTask, manyTasks },
    settings: { ...launchSettings, runs: RUNS, ...commandSettings, machine: machine() },
  });
} catch (error) {
  say(`worker:\n${life.worker.said}\napi:\n${life.api.said}`);
  throw error;
} finally {
  for (const end of ends) await end();
}

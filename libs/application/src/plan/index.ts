export { importPlan, answerFinding, acceptFindings, type AnswerFindingInput, type ImportInput } from './import-plan.js';
export { launchPlan, type LaunchAnswer, type LaunchedTask, type LaunchInput } from './launch-plan.js';
export { previewLaunch, type LaunchPreview } from './preview-launch.js';
export { draw, type Blueprint, type LaunchAnswers, type LaunchUnit } from './blueprint.js';
export { closePlan, resumePlan, suspendPlan, type PlanActInput } from './life.js';
export type { PlanActAnswer } from './change-plan.js';
export { previewEvent, tellEvent, type EventPreview, type TellEventInput } from './tell-event.js';
export { editCalendar, type EditCalendarInput } from './edit-calendar.js';

export { gatherDigests } from './gather.js';
export { sendMails, type SendingContext, type SendProgress } from './send.js';
export type { Envelope, Letter, Mailer, MailSettings, SendOutcome } from './mailer.js';
export { writeLetter, type LetterInput, type WrittenLetter } from './letter.js';
export type { LetterItem } from './letter-items.js';
export { digestDayOf, gatheringAt, isLeaderDay, latestDigestDay } from './days.js';
export { messageId } from './message-id.js';

import type { Words } from '@don-doc/application';
import {
  bucketText,
  chatOfAllText,
  chatText,
  clockText,
  dueOfMonthText,
  describeError,
  dueText,
  eventText,
  firstDigestText,
  historyText,
  inboxText,
  ruleText,
} from '@don-doc/i18n';

/** Where the application's words meet libs/i18n. */
export const words: Words = {
  due: dueText,
  dueOfMonth: dueOfMonthText,
  rule: ruleText,
  event: eventText,
  history: historyText,
  chat: chatText,
  chatOfAll: chatOfAllText,
  clock: clockText,
  bucket: bucketText,
  inbox: inboxText,
  problem: (code, data) => describeError(code, data).detail,
  firstDigest: firstDigestText,
};

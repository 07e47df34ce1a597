export * from './accounts.js';
export { actorInDirectory, actorOnPlan, type PlanSubject } from './reach.js';
export { accountExists, actorOf, createAccount, type AccountInput } from './create-account.js';
export {
  accountViews,
  openAccount,
  resetAccount,
  setAccountDisabled,
  type OpenAccountInput,
} from './manage-accounts.js';

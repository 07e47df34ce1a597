export * from './accounts.js';
export { accountExists, actorOf, createAccount, type AccountInput } from './create-account.js';

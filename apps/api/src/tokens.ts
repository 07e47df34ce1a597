/** What is injected by symbol: values and functions, not classes. */
export const CONFIG = Symbol('CONFIG');
export const APP_CONTEXT = Symbol('APP_CONTEXT');
export const PASSWORD_HASHER = Symbol('PASSWORD_HASHER');

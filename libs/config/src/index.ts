export { loadConfig, ConfigError, type Config, type ConfigProblem } from './load.js';
export { renderEnvExample } from './env-example.js';
export { settings, type Setting, type SettingName } from './settings.js';

export * from './migrate.js';
export * from './data-source.js';
export * from './entities/index.js';
export * from './sql.js';

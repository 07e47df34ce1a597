export { statusTableFileName, statusTableXlsx, type StatusTable, type StatusTableRow } from './status-table.js';

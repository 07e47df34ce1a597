// Brings what tests need and npm cannot: node infra/house/tools.mjs (after the build).
import { preparePrograms, prepareTemporal } from './machine.mjs';

const say = (line) => console.log(`  ${line}`);
await preparePrograms(say);
await prepareTemporal(say);

// Reads [{ file, text }] from stdin, lints each text by the house's rules as if it stood in that file, and prints
// ESLint's messages for each. Without types, which need ten seconds and which these rules do not use.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });
const cases = JSON.parse(await text(process.stdin));
const results = [];
for (const { file, text: code } of cases) {
  const [result] = await eslint.lintText(code, { filePath: file });
  results.push(result?.messages ?? null);
}
console.log(JSON.stringify(results));

const { createTransformer } = require('@swc/jest');

/** Names that CommonJS gives every file, which an ESM file may declare for itself. */
const CJS_NAMES = ['__dirname', '__filename', 'require'];

/** ESM that has no word in CommonJS, put into words that it has; swc sees to all the rest. */
function prepare(source) {
  let text = source;
  for (const name of CJS_NAMES) {
    if (new RegExp(`^(?:const|let|var) ${name} =`, 'm').test(text)) {
      text = text.replace(new RegExp(`(?<![.\\w'"])${name}(?![\\w'"]|\\s*:)`, 'g'), `__own_${name}`);
    }
  }
  // Vite's additions to import.meta, which Node does not have either.
  return text.replace(/\bimport\.meta\.hot\b/g, 'undefined').replace(/\bimport\.meta\.env\b/g, '({})');
}

module.exports = {
  createTransformer(options) {
    const swc = createTransformer(options);
    return {
      ...swc,
      process: (source, file, jest) => swc.process(prepare(source), file, jest),
      getCacheKey: (source, file, jest) => swc.getCacheKey(prepare(source), file, jest),
    };
  },
};

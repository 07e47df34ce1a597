const { sep } = require('node:path');

const OURS = (basedir) => !basedir.includes(`${sep}node_modules${sep}`);

/**
 * Two things that Node's ESM resolution does and Jest's does not.
 * 1. Our source imports './x.js' and means './x.ts' (nodenext). Only ours: a package means what it says.
 * 2. A package with only an "import" entry cannot be found under the "require" condition. It is asked for again as an
 *    ESM importer would, and the transform turns what is found into CommonJS. A second road, never the first: a package
 *    that has both must give its CommonJS build.
 */
module.exports = (request, options) => {
  const relative = request.startsWith('.') || request.startsWith('/');
  if (relative && request.endsWith('.js') && OURS(options.basedir)) {
    try {
      return options.defaultResolver(request.slice(0, -'.js'.length), options);
    } catch {
      // A true .js file, such as a generated bundle.
    }
  }
  try {
    return options.defaultResolver(request, options);
  } catch (error) {
    if (relative) throw error;
    try {
      return options.defaultResolver(request, { ...options, conditions: ['node', 'import', 'default'] });
    } catch {
      throw error;
    }
  }
};

import { findingRules } from '@don-doc/domain';
import { severityMeanings, severityNames } from '@don-doc/i18n';

/** `don-doc findings --list`: every rule that a draft is checked by, the gravest first. Returns the exit code. */
export function findingsCommand(options: { json?: boolean } = {}): number {
  const gravity = ['blocking', 'caution', 'notice'] as const;
  const rules = gravity.flatMap((severity) =>
    findingRules
      .filter((rule) => rule.severity === severity)
      .map(({ code, title }) => ({ code, severity, severityName: severityNames[severity], title })),
  );
  process.stdout.write(options.json ? `${JSON.stringify(rules, null, 2)}\n` : table(rules));
  return 0;
}

type Rule = { code: string; severity: keyof typeof severityNames; severityName: string; title: string };

function table(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ code }) => code.length));
  const lines = rules.map(
    ({ code, severityName, title }) => `${code.padEnd(width)}  ${severityName.padEnd(8)}  ${title}`,
  );
  const legend = Object.entries(severityNames).map(
    ([severity, name]) => `${name}: ${severityMeanings[severity as keyof typeof severityMeanings]}`,
  );
  return `${lines.join('\n')}\n\n${rules.length} quy tắc. ${legend.join('; ')}.\n`;
}

import ts from 'typescript';

const FILE = '/props.ts';

/**
 * Why values of one type may not be given where another is taken, by TypeScript's own rules; undefined where they may.
 * @param pairs types, each written out
 */
export function findUnassignable(pairs: readonly { from: string; to: string }[]): (string | undefined)[] {
  // A line a pair, so that the line of a complaint tells which.
  const code = pairs
    .map(({ from, to }, index) =>
      oneLine(`declare const from${index}: ${from}; export const to${index}: ${to} = from${index};`),
    )
    .join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    lib: ['lib.es5.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version, ...rest) =>
    name === FILE
      ? ts.createSourceFile(name, code, version)
      : getSourceFile.call(host, name, version, ...rest);
  const program = ts.createProgram([FILE], options, host);
  const source = program.getSourceFile(FILE);
  const complaints = source
    ? [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    : [];
  const reasons: (string | undefined)[] = pairs.map(() => undefined);
  for (const { start = 0, messageText } of complaints) {
    const line = source?.getLineAndCharacterOfPosition(start).line ?? 0;
    reasons[line] ??= innermost(messageText);
  }
  return reasons;
}

const oneLine = (text: string) => text.replaceAll('\n', ' ');

/** The last sentence of a chain says what it is about; those before repeat the whole types. */
function innermost(message: string | ts.DiagnosticMessageChain): string {
  if (typeof message === 'string') return message;
  const [next] = message.next ?? [];
  return next ? innermost(next) : message.messageText;
}

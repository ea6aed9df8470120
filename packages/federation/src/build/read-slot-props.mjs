// Plain JavaScript, because Vite loads the packages of a config file with Node itself.
import ts from 'typescript';

/** Deeper than props are; what is nested further refers to itself. */
const MAX_DEPTH = 8;

/**
 * Props of all slots, each written out as a TypeScript type that needs nothing else.
 *
 * @param {string} file declares `interface SlotProps`
 * @returns {Record<string, string>} by `<frontend>/<slot>`
 * @throws when a slot takes what cannot be written out, such as an element
 */
export function readSlotProps(file) {
  const program = ts.createProgram([file], {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    lib: ['lib.es2022.d.ts'],
    skipLibCheck: true,
    types: [],
  });
  const source = program.getSourceFile(file);
  const declaration = source?.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'SlotProps',
  );
  if (!declaration) throw new Error(`${file} has no interface SlotProps`);
  const checker = program.getTypeChecker();
  const slots = checker.getTypeAtLocation(declaration).getProperties();
  return Object.fromEntries(
    slots.map((slot) => [
      slot.name,
      writeType(checker.getTypeOfSymbolAtLocation(slot, declaration), {
        checker,
        at: declaration,
        slot: slot.name,
      }),
    ]),
  );
}

function writeType(type, writing, depth = 0) {
  const { checker, at, slot } = writing;
  const inner = (part) => writeType(part, writing, depth + 1);
  if (depth > MAX_DEPTH) throw new Error(`${slot} takes props that are nested too deeply`);
  if (type.isUnion()) return type.types.map((part) => `(${inner(part)})`).join(' | ');
  if (type.isIntersection()) return type.types.map((part) => `(${inner(part)})`).join(' & ');
  if (!(type.flags & ts.TypeFlags.Object))
    return checker.typeToString(type, at, ts.TypeFormatFlags.NoTruncation);
  if (checker.isArrayType(type)) return `(${checker.getTypeArguments(type).map(inner).join()})[]`;

  const [call] = type.getCallSignatures();
  if (call) {
    const parameters = call.parameters.map(
      (parameter, index) => `p${index}: ${inner(checker.getTypeOfSymbolAtLocation(parameter, at))}`,
    );
    return `(${parameters.join(', ')}) => ${inner(call.getReturnType())}`;
  }
  const declared = type.symbol?.declarations?.[0]?.getSourceFile();
  const isNamed =
    type.symbol && (type.symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) !== 0;
  if (isNamed && declared && /node_modules/.test(declared.fileName))
    throw new Error(`${slot} takes a ${type.symbol.name}: give slots data, not what a library makes`);
  const members = type.getProperties().map((member) => {
    const isOptional = (member.flags & ts.SymbolFlags.Optional) !== 0;
    return `${JSON.stringify(member.name)}${isOptional ? '?' : ''}: ${inner(checker.getTypeOfSymbolAtLocation(member, at))}`;
  });
  const index = type.getStringIndexType();
  return `{ ${[...members, ...(index ? [`[name: string]: ${inner(index)}`] : [])].join('; ')} }`;
}

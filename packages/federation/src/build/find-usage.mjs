// Plain JavaScript, because Vite loads the packages of a config file with Node itself.
import { parseAst } from 'vite';
import { bindPattern, Scope, typeValue, valueIn } from './host-values.mjs';

/** What a call is, by the method at the end of its chain. */
const KIND_BY_METHOD = new Map([
  ...['query', 'queryOptions', 'queryKey', 'queryFilter'].map((method) => [method, 'query']),
  ...['infiniteQueryOptions', 'infiniteQueryKey', 'infiniteQueryFilter'].map((method) => [method, 'query']),
  ...['mutate', 'mutationOptions', 'mutationKey'].map((method) => [method, 'mutation']),
  ...['subscribe', 'subscriptionOptions', 'subscriptionKey'].map((method) => [method, 'subscription']),
]);
/** Name everything below a path, without asking for anything. */
const PATH_METHODS = new Set(['pathKey', 'pathFilter']);

/**
 * What one module takes of what the shell gives it, read from its source: procedures that it calls, events that it tracks,
 * slots that it shows. Follows `useHost()` and parameters whose types are those of @plaza/federation through variables,
 * destructuring and choices; what cannot be followed is a problem, so that nothing is called unseen.
 *
 * @param {string} code TypeScript
 * @returns {import('./find-usage.d.mts').Usage}
 */
export function findUsage(code) {
  const usage = { procedures: [], domains: [], events: [], slots: [], problems: [] };
  // Most modules have nothing to do with it.
  if (!/\b(?:useHost|LoaderInput|ApiClient|Host|Api|api|client)\b/.test(code)) return usage;
  const lineOf = lineCounter(code);
  const note = (list, name, node, more = {}) => list.push({ name, line: lineOf(node.start), ...more });
  const reader = {
    usage,
    call: (path, kind, node) => {
      note(usage.procedures, path.join('.'), node, { kind });
      note(usage.domains, path[0], node);
    },
    domain: (path, node) => note(usage.domains, path[0], node),
    event: (name, node) => note(usage.events, name, node),
    slot: (name, node) => note(usage.slots, name, node),
    problem: (text, node) => usage.problems.push({ text, line: lineOf(node.start) }),
  };
  const scope = new Scope(null);
  const program = parseAst(code, { lang: 'tsx' });
  for (const statement of program.body) declareTop(statement, scope);
  for (const statement of program.body) visit(statement, scope, reader);
  return usage;
}

/** Imports and types of a module, which may be used above where they stand. */
function declareTop(statement, scope) {
  if (statement.type === 'ImportDeclaration') {
    for (const specifier of statement.specifiers)
      scope.declareImport(specifier.local.name, statement.source.value, specifier.imported?.name);
  }
  const declaration = statement.declaration ?? statement;
  if (declaration?.type === 'TSTypeAliasDeclaration')
    scope.declareType(declaration.id.name, declaration.typeAnnotation);
  if (declaration?.type === 'TSInterfaceDeclaration')
    scope.declareType(declaration.id.name, { type: 'TSTypeLiteral', members: declaration.body.body });
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const BLOCKS = new Set(['BlockStatement', 'ForStatement', 'ForOfStatement', 'ForInStatement', 'CatchClause']);

function visit(node, scope, reader) {
  if (node.type.startsWith('TS') && !node.expression) return;
  if (FUNCTIONS.has(node.type)) return visitFunction(node, scope, reader);
  if (BLOCKS.has(node.type)) return visitChildren(node, new Scope(scope), reader);
  switch (node.type) {
    case 'VariableDeclarator': {
      const value = node.init && valueIn(node.init, scope);
      if (node.init && !value) visit(node.init, scope, reader);
      else if (value) visitSource(node.init, scope, reader);
      bindPattern(node.id, value, scope, (text, at) => reader.problem(text, at));
      return;
    }
    case 'CallExpression':
      if (valueIn(node.callee, scope)?.kind === 'track') readEvent(node, reader);
      else visit(node.callee, scope, reader);
      for (const argument of node.arguments) visit(argument, scope, reader);
      return;
    case 'JSXOpeningElement':
      if (node.name.type === 'JSXIdentifier' && scope.find(node.name.name)?.kind === 'slot')
        readSlot(node, reader);
      for (const attribute of node.attributes) visit(attribute, scope, reader);
      return;
    case 'MemberExpression':
    case 'Identifier':
    case 'ConditionalExpression':
      return visitUse(node, scope, reader);
    default:
      return visitChildren(node, scope, reader);
  }
}

function visitFunction(node, scope, reader) {
  const inner = new Scope(scope);
  for (const parameter of node.params) {
    const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    bindPattern(pattern, typeValue(pattern.typeAnnotation?.typeAnnotation, scope), inner, (text, at) =>
      reader.problem(text, at),
    );
    if (parameter.type === 'AssignmentPattern') visit(parameter.right, scope, reader);
  }
  if (node.body) visit(node.body, inner, reader);
}

/** An expression that is neither a call nor bound to a name: the end of a chain, or something that is handed on. */
function visitUse(node, scope, reader) {
  const method = node.type === 'MemberExpression' && !node.computed ? node.property.name : undefined;
  const owner = method === undefined ? undefined : valueIn(node.object, scope);
  if (owner?.kind === 'api' || owner?.kind === 'guess') {
    const paths = owner.paths.filter((path) => path.length > 0);
    const kind = KIND_BY_METHOD.get(method);
    if (kind && paths.length > 0) {
      for (const path of paths) reader.call(path, kind, node);
      return visitSource(node.object, scope, reader);
    }
    if (PATH_METHODS.has(method)) {
      for (const path of paths) reader.domain(path, node);
      return;
    }
  }
  const value = valueIn(node, scope);
  if (value?.kind === 'unclear')
    return reader.problem('a name is computed: write out every procedure that it may be', node);
  if (value?.kind === 'api' && value.paths.some((path) => path.length > 0))
    return reader.problem(
      `hands on ${value.paths.map((path) => path.join('.')).join(', ')}: hand on the whole, or call it here`,
      node,
    );
  if (value?.kind === 'slot') return reader.problem('hands on Slot: write <Slot name="…"> here', node);
  if (!value) visitSource(node, scope, reader);
}

/** What stands inside of a chain that is itself accounted for: the test of a choice, an argument. */
function visitSource(node, scope, reader) {
  if (node.type === 'Identifier') return;
  if (node.type === 'MemberExpression') {
    if (!valueIn(node.object, scope)) visit(node.object, scope, reader);
    else visitSource(node.object, scope, reader);
    if (node.computed) visit(node.property, scope, reader);
  } else if (node.type === 'ConditionalExpression') {
    visit(node.test, scope, reader);
    for (const branch of [node.consequent, node.alternate])
      if (valueIn(branch, scope)) visitSource(branch, scope, reader);
      else visit(branch, scope, reader);
  } else visitChildren(node, scope, reader);
}

function visitChildren(node, scope, reader) {
  for (const [key, child] of Object.entries(node)) {
    if (key === 'parent' || typeof child !== 'object' || child === null) continue;
    if (node.type === 'Property' && key === 'key' && !node.computed) continue;
    for (const one of Array.isArray(child) ? child : [child])
      if (typeof one?.type === 'string') visit(one, scope, reader);
  }
}

function readEvent(call, reader) {
  const [name] = call.arguments;
  if (name?.type === 'Literal' && typeof name.value === 'string') reader.event(name.value, call);
  else reader.problem('track() needs the name of its event written out', call);
}

function readSlot(element, reader) {
  const attribute = element.attributes.find((candidate) => candidate.name?.name === 'name');
  const value = attribute?.value;
  const literal = value?.type === 'JSXExpressionContainer' ? value.expression : value;
  if (literal?.type === 'Literal' && typeof literal.value === 'string') reader.slot(literal.value, element);
  else reader.problem('<Slot> needs its name written out', element);
}

function lineCounter(code) {
  return (offset) => code.slice(0, offset).split('\n').length;
}

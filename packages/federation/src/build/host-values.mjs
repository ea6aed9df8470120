// Plain JavaScript, because Vite loads the packages of a config file with Node itself.

/**
 * What an expression is known to be: the host, a loader's input, `api` or `client` or a part of them (`paths`: the names
 * that were gone through, several after a choice), `track`, `Slot`. `guess`: something called `api` or `client` of which
 * nothing is known. `unclear`: a part of `api` under a computed name.
 *
 * @typedef {{ kind: 'host' | 'input' | 'track' | 'slot' | 'unclear' } | { kind: 'api' | 'guess', paths: string[][] }
 *   | { kind: 'object', members: Map<string, Value | undefined> }} Value
 */

const API = { kind: 'api', paths: [[]] };
const HOST_MEMBERS = new Map([
  ['api', API],
  ['client', API],
  ['track', { kind: 'track' }],
  ['Slot', { kind: 'slot' }],
]);
/** Types that say what a parameter is, by the module that they come from. */
const TYPES = new Map([
  ['@plaza/federation/host Host', { kind: 'host' }],
  ['@plaza/federation/remote LoaderInput', { kind: 'input' }],
  ['@plaza/api-client Api', API],
  ['@plaza/api-client ApiClient', API],
]);
const HOOK = '@plaza/federation/host useHost';
/** What the whole is always called: followed also where a type has not said it. */
const GUESSED_NAMES = new Set(['api', 'client']);

export class Scope {
  #parent;
  #values = new Map();
  #imports = new Map();
  #types = new Map();

  constructor(parent) {
    this.#parent = parent;
  }

  declare(name, value) {
    const guessed = GUESSED_NAMES.has(name) ? { kind: 'guess', paths: [[]] } : undefined;
    this.#values.set(name, value ?? guessed);
  }

  declareImport(local, source, imported) {
    this.#imports.set(local, `${source} ${imported}`);
  }

  declareType(name, type) {
    this.#types.set(name, type);
  }

  find(name) {
    if (this.#values.has(name)) return this.#values.get(name);
    return this.#parent?.find(name);
  }

  /** Where a name was imported from, as `<module> <export>`. */
  originOf(name) {
    return this.#imports.get(name) ?? this.#parent?.originOf(name);
  }

  typeOf(name) {
    return this.#types.get(name) ?? this.#parent?.typeOf(name);
  }
}

/** What an expression is; undefined when it has nothing to do with the host. */
export function valueIn(node, scope) {
  switch (node.type) {
    case 'Identifier':
      return scope.find(node.name);
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return valueIn(node.expression, scope);
    case 'CallExpression':
      return node.callee.type === 'Identifier' && scope.originOf(node.callee.name) === HOOK
        ? { kind: 'host' }
        : undefined;
    case 'MemberExpression': {
      const owner = valueIn(node.object, scope);
      const name = node.computed ? node.property.value : node.property.name;
      return owner && memberOf(owner, typeof name === 'string' ? name : undefined);
    }
    case 'ConditionalExpression': {
      const [one, other] = [valueIn(node.consequent, scope), valueIn(node.alternate, scope)];
      return one?.kind === 'api' && other?.kind === 'api'
        ? { kind: 'api', paths: [...one.paths, ...other.paths] }
        : (one ?? other);
    }
    default:
      return undefined;
  }
}

function memberOf(owner, name) {
  switch (owner.kind) {
    case 'host':
      return name && HOST_MEMBERS.get(name);
    case 'input':
      return name === 'api' ? API : undefined;
    case 'object':
      return name && owner.members.get(name);
    case 'api':
      return name ? { kind: 'api', paths: owner.paths.map((path) => [...path, name]) } : { kind: 'unclear' };
    case 'guess':
      return name && { kind: 'guess', paths: owner.paths.map((path) => [...path, name]) };
    case 'unclear':
      return owner;
    default:
      return undefined;
  }
}

/** What a type says of a parameter that has it; undefined when that is nothing of the host. */
export function typeValue(type, scope) {
  switch (type?.type) {
    case 'TSTypeReference': {
      const name = type.typeName.name;
      const [argument] = type.typeArguments?.params ?? [];
      if (name === 'ReturnType' && argument?.type === 'TSTypeQuery')
        return scope.originOf(argument.exprName.name) === HOOK ? { kind: 'host' } : undefined;
      if (name === 'Pick' || name === 'Readonly') return typeValue(argument, scope);
      const own = scope.typeOf(name);
      return own ? typeValue(own, scope) : TYPES.get(scope.originOf(name));
    }
    case 'TSIndexedAccessType': {
      const owner = typeValue(type.objectType, scope);
      const name = type.indexType.literal?.value;
      return owner && memberOf(owner, typeof name === 'string' ? name : undefined);
    }
    case 'TSIntersectionType':
      return type.types.map((part) => typeValue(part, scope)).find((value) => value);
    case 'TSTypeLiteral': {
      const members = type.members
        .filter((member) => member.type === 'TSPropertySignature' && member.key.name)
        .map((member) => [member.key.name, typeValue(member.typeAnnotation?.typeAnnotation, scope)]);
      return members.some(([, value]) => value) ? { kind: 'object', members: new Map(members) } : undefined;
    }
    default:
      return undefined;
  }
}

/** Gives the names of a pattern what they stand for. */
export function bindPattern(pattern, value, scope, onProblem) {
  switch (pattern?.type) {
    case 'Identifier':
      scope.declare(pattern.name, value);
      return;
    case 'AssignmentPattern':
      bindPattern(pattern.left, value, scope, onProblem);
      return;
    case 'RestElement':
      if (value?.kind === 'api') onProblem('takes the rest of the API: name what is meant', pattern);
      bindPattern(pattern.argument, undefined, scope, onProblem);
      return;
    case 'ArrayPattern':
      for (const element of pattern.elements) bindPattern(element, undefined, scope, onProblem);
      return;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') bindPattern(property, value, scope, onProblem);
        else {
          const name = property.computed ? undefined : (property.key.name ?? property.key.value);
          bindPattern(property.value, value && memberOf(value, name), scope, onProblem);
        }
      }
      return;
    default:
  }
}

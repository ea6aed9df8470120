// Plain JavaScript, because Vite loads the packages of a config file with Node itself.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parseAst } from 'vite';
import { installedVersion, SHARED_MODULES, sharedExports } from './shared-modules.mjs';

/** The component by which the shell shows slots. */
const SLOT_COMPONENT = 'SlotPart';

/**
 * Lets a build of the shell say what it offers to remotes and which slots it shows itself: `contract.json`, which the
 * release command compares a remote with.
 *
 * @param {{ root: string }} shell `root` is the app's folder
 * @returns {import('vite').Plugin}
 */
export function shellContractPlugin({ root }) {
  const shown = new Set();
  return {
    name: 'plaza:shell-contract',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    transform(code, id) {
      if (id.startsWith(root) && id.endsWith('.tsx') && code.includes(`<${SLOT_COMPONENT}`))
        for (const slot of findSlots(parseAst(code, { lang: 'tsx' }))) shown.add(slot);
    },
    async generateBundle() {
      // With the compiler, which builds of remotes need not wait for.
      const { readSlotProps } = await import('./read-slot-props.mjs');
      const props = readSlotProps(
        createRequire(resolve(root, 'package.json')).resolve('@plaza/contracts/remotes'),
      );
      const offers = SHARED_MODULES.map((module) => [
        module,
        { version: installedVersion(module, root), exports: sharedExports(module, root) },
      ]);
      const slots = [...shown].sort().map((slot) => {
        if (!props[slot]) this.error(`${slot} is shown, and has no props in SlotProps`);
        return [slot, props[slot]];
      });
      const source = { schema: 1, shared: Object.fromEntries(offers), slots: Object.fromEntries(slots) };
      this.emitFile({ type: 'asset', fileName: 'contract.json', source: JSON.stringify(source, null, 2) });
    },
  };
}

function findSlots(node) {
  const own =
    node.type === 'JSXOpeningElement' && node.name.name === SLOT_COMPONENT
      ? node.attributes.flatMap((attribute) =>
          attribute.name?.name === 'name' && attribute.value?.type === 'Literal'
            ? [attribute.value.value]
            : [],
        )
      : [];
  const children = Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === 'string');
  return [...own, ...children.flatMap(findSlots)];
}

import type { LocalBuild } from '@plaza/contracts/local-build';
import { BUILT, LOCAL_BUILD_EVENTS, NOT_BUILT } from '@plaza/contracts/local-build-events';
import type { Toaster } from '@plaza/ui/toaster-store';
import { isLocalVersion, localOrigin } from '../releases/local-version.ts';
import { type BrowserRegistry, type BrowserRemote, toBrowserPages } from '../remotes/remotes.ts';
import { messages } from './messages.ts';
import { type RedrawTools, redrawWith } from './redraw.ts';

/** The browser may be asking the developer whether this page may look at their machine. */
const FIRST_BUILD_TIMEOUT_MS = 20_000;

export interface LocalBuilds {
  /** The document's, with what the builds on this machine say of themselves. */
  registry: BrowserRegistry;
  /** Draws the page anew with every build that is there later. */
  redraw: (tools: RedrawTools) => void;
}

/**
 * Asks the developer's machine for the frontends of this document that are built there. Resolves when each has answered
 * or cannot be reached; what was not there then comes as a later build.
 */
export async function followLocalBuilds(first: BrowserRegistry, toaster: Toaster): Promise<LocalBuilds> {
  let registry = first;
  let onBuild: (registry: BrowserRegistry) => void = () => undefined;
  const local = Object.entries(first).filter(([, { version }]) => isLocalVersion(version));
  await Promise.all(
    local.map(([frontend, remote]) =>
      followOne(frontend, remote, toaster, (built) => {
        registry = { ...registry, [frontend]: built };
        onBuild(registry);
      }),
    ),
  );
  return {
    registry,
    redraw(tools) {
      onBuild = redrawWith(tools, registry);
    },
  };
}

/** Resolves with the first answer; goes on for the life of the page. */
function followOne(
  frontend: string,
  remote: BrowserRemote,
  toaster: Toaster,
  onBuild: (remote: BrowserRemote) => void,
): Promise<void> {
  const place = remote.version;
  const origin = localOrigin(place);
  let current: string | undefined;
  let isSilent = false;
  const warn = (title: string) => toaster.show({ title, tone: 'danger' });
  return new Promise((settle) => {
    setTimeout(settle, FIRST_BUILD_TIMEOUT_MS);
    const source = new EventSource(origin + LOCAL_BUILD_EVENTS);
    source.addEventListener(BUILT, ({ data }) => {
      isSilent = false;
      const build = readBuild(data);
      if (build?.frontend !== frontend) warn(messages.other(frontend, place));
      // After a cut connection the same build is told of again.
      else if (build.id !== current) {
        current = build.id;
        const { entry, stylesheets } = build;
        const pages = toBrowserPages(build.pages);
        onBuild({ ...remote, baseUrl: `${origin}/${build.id}/`, entry, stylesheets, pages });
      }
      settle();
    });
    source.addEventListener(NOT_BUILT, () => {
      warn(messages.failed(frontend));
      settle();
    });
    // The browser tries again by itself.
    source.addEventListener('error', () => {
      if (!isSilent) warn(messages.silent(frontend, place));
      isSilent = true;
      settle();
    });
  });
}

/**
 * Not by zod: that would put parts of it into the script that every visitor waits for. Our own program wrote it; another
 * that listens there names no frontend.
 */
function readBuild(text: string): LocalBuild | null {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && 'frontend' in value ? (value as LocalBuild) : null;
}

import { type ApiClient, toApiError } from '@plaza/api-client';
import type { PageLocation, PageResult, RemotePageName } from '@plaza/contracts/remotes';
import { paths } from '@plaza/navigation/paths';
import { type RemoteModule, type Remotes, withTimeout } from '../remotes/remotes.ts';
import type { LoadedPage, PageOutcome } from './page-outcome.ts';

const LOADER_TIMEOUT_MS = 8_000;

export interface LoadPageInput {
  page: RemotePageName;
  location: PageLocation;
  /** The path with its query string: where to return to after signing in. */
  href: string;
  remotes: Remotes;
  api: ApiClient;
  /** Told about failures, which become an outcome and are not thrown. */
  onError: (error: unknown, page: RemotePageName) => void;
}

/** Fetches a page's module and its data, in the browser as on the server. Never throws. */
export async function loadPage(input: LoadPageInput): Promise<LoadedPage> {
  const { page, location, remotes } = input;
  const failed = (cause: 'remote' | 'data', error: unknown): LoadedPage => {
    input.onError(error, page);
    return { location, outcome: { kind: 'unavailable', cause }, head: null };
  };

  if (remotes.isOff(page)) return { location, outcome: { kind: 'off' }, head: null };
  let module: RemoteModule;
  try {
    module = remotes.peek(page) ?? (await remotes.load(page));
  } catch (error) {
    return failed('remote', error);
  }
  let outcome: PageOutcome;
  try {
    outcome = await runLoader(module, input);
  } catch (error) {
    return failed('data', error);
  }
  if (outcome.kind !== 'ok') return { location, outcome, head: null };
  try {
    return { location, outcome, head: module.head?.({ ...location, data: outcome.data }) ?? null };
  } catch (error) {
    return failed('remote', error);
  }
}

async function runLoader(module: RemoteModule, input: LoadPageInput): Promise<PageOutcome> {
  if (!module.loader) throw new Error(`${input.page} has no loader`);
  try {
    const running = module.loader({ ...input.location, api: input.api });
    return toOutcome(await withTimeout(running, LOADER_TIMEOUT_MS, `loader of ${input.page}`), input.href);
  } catch (error) {
    switch (toApiError(error)?.code) {
      case 'UNAUTHORIZED':
        return { kind: 'redirect', href: paths.signIn(input.href) };
      case 'NOT_FOUND':
        return { kind: 'not_found' };
      default:
        throw error;
    }
  }
}

function toOutcome(result: PageResult<unknown>, href: string): PageOutcome {
  return result.kind === 'sign_in_required' ? { kind: 'redirect', href: paths.signIn(href) } : result;
}

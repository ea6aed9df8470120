import type { RemoteModuleName } from '@plaza/contracts/remotes';
import type { Telemetry } from '@plaza/telemetry';
import type { Toaster } from '@plaza/ui/toaster-store';
import { createContext, use } from 'react';
import type { Remotes } from './remotes/remotes.ts';

/** What the shell's own components share. Remotes get the smaller `Host`. */
export interface Shell {
  remotes: Remotes;
  /**
   * Whether a part has to be left out for now. On the server: because it is not loaded. In the browser, until the
   * document is taken over: because the server left it out.
   */
  isAbsent: (name: RemoteModuleName) => boolean;
  isServer: boolean;
  onRenderError: (error: unknown, name: RemoteModuleName) => void;
  /** See `Boot`. */
  overrides: readonly string[];
  toaster: Toaster;
  telemetry: Telemetry;
}

export const ShellContext = createContext<Shell | null>(null);

export function useShell(): Shell {
  const shell = use(ShellContext);
  if (!shell) throw new Error('useShell() is for components below the shell itself');
  return shell;
}

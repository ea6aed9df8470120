import type { Plugin, UserConfigFnObject } from 'vite';
import type { Declaration } from './declaration.ts';

export declare function remoteConfig(remote: { declaration: Declaration; root: string }): UserConfigFnObject;
export declare function listExposes(root: string): Record<string, string>;
export declare function uiSourcesOf(folder: string): string;
export declare function uiSourcesPlugin(): Plugin;
export declare function smallIconsPlugin(): Plugin;
export declare function smallPreloadPlugin(): Plugin;
export declare function shellContractPlugin(shell: { root: string }): Plugin;

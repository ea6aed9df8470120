import { remoteConfig } from '@plaza/federation/vite';
import declaration from './remote.ts';

export default remoteConfig({ declaration, root: import.meta.dirname });

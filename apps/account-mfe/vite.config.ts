import { remoteConfig } from '@plaza/federation/vite';

export default remoteConfig({ name: 'account', root: import.meta.dirname });

import { startHarness } from '@plaza/federation/harness';
import './harness.css';

startHarness({ remote: 'account', modules: import.meta.glob('./exposes/*.ts') });

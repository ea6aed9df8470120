import { startHarness } from '@plaza/federation/harness';
import './harness.css';

startHarness({ remote: 'admin', modules: import.meta.glob('./exposes/*.ts') });

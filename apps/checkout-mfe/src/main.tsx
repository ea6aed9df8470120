import { startHarness } from '@plaza/federation/harness';
import './harness.css';

startHarness({ remote: 'checkout', modules: import.meta.glob('./exposes/*.ts') });

import { startHarness } from '@plaza/federation/harness';
import './harness.css';

startHarness({ remote: 'seller', modules: import.meta.glob('./exposes/*.ts') });

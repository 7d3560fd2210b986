// Wires the page, nothing else.

import { createActions } from './actions.js';
import { followClicks } from './clicks.js';
import { label } from './dom.js';
import { Engine } from './engine.js';
import { acceptDrops } from './intake/drop.js';
import { offerExample } from './intake/example.js';
import { acceptPastes } from './intake/paste.js';
import { acceptPicks } from './intake/picker.js';
import { followKeys } from './keys.js';
import { followLinks } from './links.js';
import { paintFrom } from './paint.js';
import { followSettings } from './settings.js';
import { createStore } from './store.js';
import { texts } from './texts.js';
import { fillHelp, followReceipt } from './views/help.js';
import { followTabKeys } from './views/tabs.js';

const store = createStore();
const engine = new Engine();
const actions = createActions(store, engine);

label();
fillHelp();
followSettings();
paintFrom(store);
acceptDrops(actions.open, acceptPastes(actions.open));
acceptPicks(actions.open);
offerExample(actions.open, () => actions.fail('', texts.noSample));
followClicks(store, actions, engine);
followKeys(store, actions);
followTabKeys();
followLinks(store, actions.aim);
followReceipt(engine);

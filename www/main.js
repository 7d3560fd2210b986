// Wires the page, nothing else.

import { createActions } from './actions.js';
import { followClicks } from './clicks.js';
import { explain, find } from './dom.js';
import { Engine } from './engine.js';
import { Absent } from './errors.js';
import { acceptDrops } from './intake/drop.js';
import { offerExample } from './intake/example.js';
import { acceptLaunches } from './intake/launch.js';
import { acceptPastes } from './intake/paste.js';
import { acceptPicks } from './intake/picker.js';
import { followKeys } from './keys.js';
import { followLinks } from './links.js';
import { createNeeded } from './needed.js';
import { isForgotten, isSentFiles } from './offline.js';
import { paintFrom } from './paint.js';
import { followSettings } from './settings.js';
import { label } from './standing.js';
import { createStore } from './store.js';
import { texts } from './texts.js';
import { followTabKeys } from './views/tabs.js';

const store = createStore();
const engine = new Engine();
const { needed, ahead } = createNeeded(store, (more) => more.begin(store, actions, engine));
const actions = createActions(store, engine, needed);

if (typeof FILLED === 'undefined') label();
followSettings();
paintFrom(store);
acceptDrops(actions.open, acceptPastes(actions.open));
acceptPicks(actions.open);
offerExample(actions.open, () => actions.fail('', texts.noSample));
followClicks(store, actions, needed);
followKeys(store, actions);
followTabKeys();
followLinks(store, actions.aim);
// The ways to check are filled, and the requests counted anew, each time they are unfolded.
find('#privacy').addEventListener('toggle', ({ newState }) => newState === 'open' && needed().then((tools) => tools?.fillReceipt()));
acceptLaunches(actions.open);
if (isSentFiles()) void needed();
if (isForgotten()) actions.set({ toast: { text: texts.forgotten, undo: false } });
// An engine that cannot be loaded is said to be missing at once, not with the first file.
engine.requests().then(
  () => {
    performance.mark('engine');
    ahead();
  },
  (error) => error instanceof Absent && explain(texts.notLoaded),
);
performance.mark('usable');

// Files that the system opens with the installed page, as by a double click.

/** @param {(files: import('../types/page').Incoming[]) => void} open */
export function acceptLaunches(open) {
  window.launchQueue?.setConsumer(async ({ files }) => {
    if (files.length === 0) return;
    const got = await Promise.allSettled(files.map((one) => one.getFile()));
    open(got.flatMap((one) => (one.status === 'fulfilled' ? [{ name: one.value.name, blob: one.value }] : [])));
  });
}

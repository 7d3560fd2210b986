// Handing a file over to be saved.

/** @param {string} name @param {Blob} blob */
export function hand(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Lets the page be used between two parts of what takes long. */
export const rest = () => new Promise((resolve) => setTimeout(resolve));

const worn = new Map<string, Promise<void>>();

/**
 * Puts a stylesheet of the build on the page, once; fulfilled when it applies, refused when it cannot be fetched. A face
 * brings its own, so that the others need not carry it.
 */
export function wearSheet(file: string): Promise<void> {
  const known = worn.get(file);
  if (known) return known;
  const coming = new Promise<void>((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = file;
    link.onload = () => resolve();
    link.onerror = () => {
      worn.delete(file);
      link.remove();
      reject(new Error(`${file} could not be fetched`));
    };
    document.head.append(link);
  });
  worn.set(file, coming);
  return coming;
}

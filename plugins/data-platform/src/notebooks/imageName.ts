import { NotebookServer } from '@millrace/backstage-plugin-data-platform-common';

/** What an image is called: its title, else the last part of its reference, which tells it from others. */
export function imageName({
  imageTitle,
  image,
}: Pick<NotebookServer, 'image' | 'imageTitle'>): string | undefined {
  if (imageTitle || !image) {
    return imageTitle;
  }
  const [reference] = image.split('@');
  return reference.slice(reference.lastIndexOf('/') + 1);
}

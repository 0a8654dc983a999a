// Makes a chosen photo small before it is sent, and shows it. The page takes it as it is where this does not work.
// <input type="file" data-module="photo" data-side="1600">
export function start(input) {
  const canvas = document.createElement('canvas');
  canvas.className = 'portal-photo';
  canvas.hidden = true;
  input.after(canvas);

  input.addEventListener('change', async () => {
    canvas.hidden = true;
    const [file] = input.files;
    if (!file || !file.type.startsWith('image/')) return;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const scale = Math.min(1, Number(input.dataset.side) / Math.max(picture.width, picture.height));
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      const context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.hidden = false;
      const small = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85));
      if (!small || input.files[0] !== file) return;
      const files = new DataTransfer();
      files.items.add(new File([small], 'photo.jpg', { type: 'image/jpeg' }));
      input.files = files.files;
    } catch {
      // The file goes as it is; the server says what is wrong with it.
    }
  });
}

// Three passes over the compiled stylesheet.

// Parts of nhsuk-frontend's components that no page of ours uses.
const unused = new RegExp([
  'nhsuk-button--(reverse|brand|login|secondary-solid)', 'nhsuk-icon', 'nhsuk-card',
  'nhsuk-body-(l|m)', 'nhsuk-label-wrapper', '--(xl|hidden)', 'has\\(\\+', 'x:-moz-any-link', 'moz-focus-inner', '::-ms-', ':-ms-',
  'nhsuk-frontend-supported', 'nhsuk-u-frontend', 'nhsuk-input__wrapper', 'nhsuk-input__prefix', 'nhsuk-input__suffix',
  'nhsuk-input-wrapper', 'nhsuk-input--(large|code|width-(30|3)\\b)', 'nhsuk-width-container-fluid', 'nhsuk-form-group--inline',
  'search-cancel-button', 'search-decoration', 'search-results-button', 'nhsuk-select option',
  '(radios|checkboxes)__(divider|conditional)', '(radios|checkboxes)--small', '--large', 'nhsuk-body-s', 'nhsuk-button(--icon|__content)',
  'nhsuk-summary-list(--|__actions-list)', 'list:has\\(.nhsuk-summary', 'skip-link-focused', '(key|value|row|actions)--', '__row--no-actions', 'inner-spin-button', 'type=number',
].join('|'));

export const withoutUnused = {
  postcssPlugin: 'without-unused',
  OnceExit(sheet) {
    sheet.walkComments(comment => { comment.remove(); });
    sheet.walkRules(rule => {
      const kept = rule.selectors.filter(selector => !unused.test(selector));
      if (kept.length === 0) rule.remove();
      else if (kept.length < rule.selectors.length) rule.selectors = kept;
    });
    sheet.walkDecls(/^-(ms|moz)-|^-webkit-(appearance|user-select|font-smoothing)$|^clip$/, decl => { decl.remove(); });
    sheet.walkAtRules('media', media => {
      // Print turns the tokens black in one place (Styles/_print.scss).
      if (media.params === 'print') media.walkDecls('color', decl => { decl.parent.nodes.length > 1 ? decl.remove() : decl.parent.remove(); });
      media.params = media.params.replace(/,\s*\(-ms-high-contrast: active\)/, '');
      if (media.nodes.length === 0) media.remove();
    });
  },
};

// Neighbours with the same selector or the same media query become one.
export const mergeNeighbours = {
  postcssPlugin: 'merge-neighbours',
  OnceExit(sheet) {
    const key = node => node && (node.type === 'rule' ? node.selector : node.type === 'atrule' && node.name === 'media' && `@${node.params}`);
    const merge = container => {
      for (const node of [...container.nodes]) {
        const previous = node.prev();
        if (key(node) && key(node) === key(previous)) {
          previous.append(node.nodes);
          node.remove();
        }
      }
      for (const node of container.nodes) if (node.name === 'media') merge(node);
    };
    merge(sheet);
  },
};

// Sizes and line heights follow the language of the text (Styles/_languages.scss sets --type and --leading), also
// where a run in one language stands in a page of another.
export const sizesByLanguage = {
  postcssPlugin: 'sizes-by-language',
  OnceExit(sheet) {
    sheet.walkDecls('font-size', decl => {
      if (/^[\d.]+rem$/.test(decl.value)) decl.value = `calc(${decl.value}*var(--type))`;
    });
    sheet.walkDecls('line-height', decl => {
      if (/^[\d.]+$/.test(decl.value) && Number(decl.value) > 1) decl.value = `max(${Number(Number(decl.value).toFixed(2))},var(--leading))`;
    });
  },
};

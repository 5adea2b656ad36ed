//! Elements of XML files, their texts escaped by the writer.

use super::plain::for_xml;
use quick_xml::Writer;
use quick_xml::events::BytesText;

/// A file that is being written.
pub type Page = Writer<Vec<u8>>;
/// What writing comes to.
pub type Written = std::io::Result<()>;

/// An element with others in it.
pub fn element(
    page: &mut Page,
    name: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Page) -> Written,
) -> Written {
    let element = page.create_element(name).with_attributes(attributes.iter().copied());
    element.write_inner_content(content)?;
    Ok(())
}

/// An element with words in it.
pub fn words(page: &mut Page, name: &str, attributes: &[(&str, &str)], words: &str) -> Written {
    let words = for_xml(words);
    let element = page.create_element(name).with_attributes(attributes.iter().copied());
    element.write_text_content(BytesText::new(&words))?;
    Ok(())
}

use super::*;

fn problems(text: &str) -> Vec<Option<RowProblem>> {
    read(text.as_bytes(), Datum::Wgs84).unwrap().into_iter().map(|row| row.school.err()).collect()
}

#[test]
fn every_row_is_checked_by_itself() {
    use RowProblem::*;
    for (row, expected) in [
        ("一小,116.4,39.9", None),
        (" 一小 , 116.4 , 39.9 ", None),
        (",116.4,39.9", Some(MissingName)),
        ("一小", Some(BadNumber)),
        ("一小,116.4,", Some(BadNumber)),
        ("一小,116°24',39.9", Some(BadNumber)),
        ("一小,NaN,39.9", Some(BadNumber)),
        ("一小,39.9,116.4", Some(SwappedLonLat)),
        ("一小,0,0", Some(OutsideChina)),
        ("一小,2.35,48.86", Some(OutsideChina)),
        ("\"一\n小\",116.4,39.9", Some(BadName)),
    ] {
        assert_eq!(problems(&format!("name,lon,lat\n{row}\n")), [expected], "{row}");
    }
    assert_eq!(problems(&format!("name,lon,lat\n{},116.4,39.9", "校".repeat(101))), [Some(NameTooLong)]);
    assert_eq!(problems(&format!("name,lon,lat,code\n一小,116.4,39.9,{}", "1".repeat(65))), [Some(BadCode)]);
}

#[test]
fn columns_are_found_by_their_header_in_either_language() {
    for header in ["name,lon,lat", "\u{FEFF}纬度没用,学校名称,经度,纬度", "ID,名称,LON,Lat"] {
        let cells = if header.contains("没用") || header.starts_with("ID") {
            "x,一小,116.4,39.9"
        } else {
            "一小,116.4,39.9"
        };
        assert_eq!(problems(&format!("{header}\r\n{cells}\r\n")), [None], "{header}");
    }
}

#[test]
fn what_is_no_table_says_why() {
    for (bytes, expected) in [
        (&b"\xc3\xfb\xb3\xc6,lon,lat\n"[..], TableError::NotUtf8),
        (b"", TableError::NoHeader),
        (b"name,lon\nx,1\n", TableError::NoHeader),
        (b"name,lon,lat\n,,\n\n", TableError::Empty),
    ] {
        assert_eq!(read(bytes, Datum::Wgs84), Err(expected));
    }
    let long = format!("name,lon,lat\n{}", "一小,116.4,39.9\n".repeat(MOST_ROWS + 1));
    assert_eq!(read(long.as_bytes(), Datum::Wgs84), Err(TableError::TooManyRows));
}

#[test]
fn the_same_school_twice_is_named() {
    use RowProblem::RepeatedInFile;
    let table = "name,lon,lat,code\n一小,116.4,39.9,\n一小,116.4001,39.9,\n一小,116.41,39.9,\n二小,116.4,39.9,7\n三小,117,40,7\n二小,116.4,39.9,8\n";
    assert_eq!(problems(table), [None, Some(RepeatedInFile), None, None, Some(RepeatedInFile), None]);
}

#[test]
fn lines_count_from_the_header_and_the_datum_is_applied() {
    let rows = read(b"name,lon,lat\n\na,116.410244499,39.916404282\n", Datum::Gcj02).unwrap();
    let place = rows.first().unwrap().school.as_ref().unwrap().position.unwrap();
    assert!((place.lon() - 116.404).abs() < 1e-6 && (place.lat() - 39.915).abs() < 1e-6);
    assert_eq!(rows.first().unwrap().line, 3);
}
